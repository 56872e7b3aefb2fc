// Asks the index beside the search page: few small files, loaded when a question needs them. Nothing is evaluated,
// everything found is put on the page as text.
"use strict";

(async () => {
  const form = document.getElementById("tim");
  const state = document.getElementById("trang-thai");
  const list = document.getElementById("ket-qua");
  const more = document.getElementById("them");
  const PAGE = 10;
  const asked = new URLSearchParams(location.search);
  for (const name of ["q", "nam", "chuyen-muc", "loai"]) {
    if (form.elements[name] && asked.get(name)) form.elements[name].value = asked.get(name);
  }
  const question = (asked.get("q") || "").normalize("NFC").slice(0, 200);
  if (!question.trim()) return;
  document.title = question + " - " + document.title;

  // The same steps as the builder's: small letters, no marks, đ as d; a number grouped by dots is one word.
  const lower = (text) => text.toLowerCase().normalize("NFC");
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[đðɖ]/g, "d").replace(/ƣ/g, "u").replace(/ı/g, "i");
  const cut = (text) => [...text.matchAll(/\d{1,3}(?:\.\d{3})+(?!\d)|[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({ at: match.index, text: match[0] }));
  const plain = (word) => /^\d[\d.]*$/.test(word) ? word.replaceAll(".", "") : word;

  const files = new Map();
  const load = (name) => {
    if (!files.has(name)) {
      files.set(name, fetch(name).then((answer) => {
        if (!answer.ok) throw new Error(name);
        return answer.json();
      }));
    }
    return files.get(name);
  };

  // Numbers written in 90 digits, of which the upper half carries on; after "~" comes a number of zeros.
  const decode = (text) => {
    const numbers = [];
    let number = 0, power = 1, run = false;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 126) {
        run = true;
        continue;
      }
      const digit = code - 35 - (code > 92 ? 1 : 0);
      number += (digit % 45) * power;
      power *= 45;
      if (digit < 45) {
        if (run) for (let zeros = 0; zeros < number; zeros++) numbers.push(0);
        else numbers.push(number);
        number = 0;
        power = 1;
        run = false;
      }
    }
    return numbers;
  };
  // Stories by their distance to the one before, each with a mark.
  const stories = (text, marks) => {
    let next = 0;
    return decode(text).map((value) => {
      const story = next + Math.floor(value / marks);
      next = story + 1;
      return [story, value % marks];
    });
  };

  const before = (a, b) => {
    // By code points, as the builder sorts bytes of UTF-8.
    const [x, y] = [[...a], [...b]];
    for (let i = 0; i < x.length && i < y.length; i++) {
      if (x[i] !== y[i]) return x[i].codePointAt(0) < y[i].codePointAt(0);
    }
    return x.length < y.length;
  };
  const shard = (firsts, key) => {
    let low = 0, high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(key, firsts[middle])) high = middle; else low = middle + 1;
    }
    return low - 1;
  };
  const read = async (kind, firsts, key) => {
    const number = shard(firsts, key);
    return number < 0 ? {} : load(kind + "-" + number + ".json");
  };
  const own = (object, key) => Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;

  // Every story of one word: whether it is spelt as asked, and whether the headline has it.
  const ofWord = async (contents, word, unfinished) => {
    const page = await read("tu", contents.words, word.fold);
    let forms = own(page, word.fold);
    if (!forms && unfinished && word.fold.length > 1) {
      const longer = Object.keys(page).filter((key) => key.startsWith(word.fold));
      const next = shard(contents.words, word.fold) + 1;
      if (next < contents.words.length && contents.words[next].startsWith(word.fold)) {
        const beyond = await load("tu-" + next + ".json");
        forms = Object.keys(beyond).filter((key) => key.startsWith(word.fold)).flatMap((key) => beyond[key]);
      }
      forms = longer.flatMap((key) => page[key]).concat(forms || []);
    }
    const found = new Map();
    for (const [form, text] of forms || []) {
      const same = form === word.text || (unfinished && form.startsWith(word.text)) ? 1 : 0;
      for (const [story, headline] of stories(text, 2)) {
        const known = found.get(story) || [0, 0];
        found.set(story, [Math.max(known[0], same), Math.max(known[1], headline)]);
      }
    }
    return found;
  };
  const ofPair = async (contents, one, next) => {
    const key = one.fold + " " + next.fold;
    const text = own(await read("cap", contents.pairs, key), key);
    return new Set(text ? stories(text, 1).map(([story]) => story) : []);
  };

  // What stands in quotation marks, or without a space between (19-NQ/TW, 2,7), must be found as it is.
  const words = [];
  const pairs = [];
  const phrases = [];
  question.split(/["“”]/).forEach((part, number) => {
    const from = words.length;
    let run = from, end = 0;
    for (const { at, text } of cut(lower(part))) {
      const must = number % 2 === 1 || !/\s/.test(lower(part).slice(end, at));
      if (words.length > from) {
        pairs.push({ at: words.length, must });
        if (!must) run = words.length;
      }
      words.push({ text: plain(text), fold: fold(plain(text)) });
      end = at + text.length;
      // Two words are a pair of the index; longer phrases are looked up in the stories.
      if (words.length - run === 3) phrases.push([run, 0]);
      if (words.length - run > 2) phrases[phrases.length - 1][1] = words.length;
    }
  });
  // What is looked up in the stories anyway needs but every other of its pairs.
  const asks = ({ at }) => {
    const phrase = phrases.find(([from, to]) => from < at && at < to);
    return !phrase || (at - phrase[0]) % 2 === 1 || at === phrase[1] - 1;
  };
  const clauses = (text) => text.split(/[.;:!?…]["”’)\]]*\s|\n/);
  const has = (told, [from, to]) => {
    const phrase = words.slice(from, to).map((word) => word.fold);
    return told.some((clause) => clause.some((_, at) => phrase.every((word, i) => clause[at + i] === word
      || (unfinished && from + i === words.length - 1 && String(clause[at + i]).startsWith(word)))));
  };
  const marked = /[^\x00-\x7f]/.test(lower(question));
  const unfinished = !/["“”\s]$/.test(question);

  const search = async () => {
    const contents = await load("muc-luc.json");
    const perWord = await Promise.all(words.map((word, i) => ofWord(contents, word, unfinished && i === words.length - 1)));
    const perPair = await Promise.all(pairs.filter(asks).map(({ at }) => ofPair(contents, words[at - 1], words[at])));
    const [year, category, kind] = ["nam", "chuyen-muc", "loai"].map((name) => asked.get(name) || "");
    const place = contents.years.findIndex(([of]) => String(of) === year);
    const from = place < 0 ? 0 : contents.years[place][1];
    const to = place < 0 || place + 1 === contents.years.length ? contents.stories : contents.years[place + 1][1];
    const [categories, kinds] = [decode(contents.category), decode(contents.kind)];
    const fits = (story) => story >= from && story < to
      && (!category || contents.categories[categories[story] - 1] === category) && (!kind || kinds[story] === Number(kind));
    const least = perWord.reduce((a, b) => a.size <= b.size ? a : b);
    const results = [];
    for (const story of least.keys()) {
      if (!fits(story) || !perWord.every((found) => found.has(story))) continue;
      if (pairs.filter(asks).some(({ must }, i) => must && !perPair[i].has(story))) continue;
      let spelt = 0, score = 0;
      for (const found of perWord) {
        spelt += found.get(story)[0];
        score += found.get(story)[1] * 2;
      }
      for (const found of perPair) score += found.has(story) ? 3 : 0;
      results.push({ story, spelt: marked ? spelt : 0, score });
    }
    return { contents, results: results.sort((a, b) => b.spelt - a.spelt || b.score - a.score || a.story - b.story) };
  };

  // Text with the words asked for in <mark>.
  const wanted = new Set(words.map((word) => word.fold));
  const last = words.length ? words[words.length - 1].fold : "";
  const isWanted = (word) => wanted.has(word) || (last.length > 1 && word.startsWith(last));
  const highlighted = (text) => {
    const parts = document.createDocumentFragment();
    let at = 0;
    for (const word of cut(text)) {
      if (!isWanted(fold(plain(word.text)))) continue;
      parts.append(text.slice(at, word.at));
      const mark = document.createElement("mark");
      mark.textContent = word.text;
      parts.append(mark);
      at = word.at + word.text.length;
    }
    parts.append(text.slice(at));
    return parts;
  };
  // The stretch of words that holds most of what was asked.
  const excerpt = (text) => {
    const all = cut(text);
    let best = { count: 0, from: 0 };
    for (let i = 0; i < all.length; i++) {
      if (!isWanted(fold(plain(all[i].text)))) continue;
      const near = new Set(all.slice(i, i + 24).map((word) => fold(plain(word.text))).filter(isWanted));
      if (near.size > best.count) best = { count: near.size, from: i };
    }
    if (!best.count) return "";
    const [first, end] = [Math.max(0, best.from - 6), Math.min(all.length, best.from + 36)];
    const piece = text.slice(all[first].at, end < all.length ? all[end].at : text.length).replace(/\s+/g, " ").trim();
    return (first ? "… " : "") + piece + (end < all.length ? " …" : "");
  };

  const root = "../";
  const told = ({ contents, story }) => load("tin-" + Math.floor(story / contents.headlines) + ".json").then((page) => page[story % contents.headlines]);
  const texts = new Map();
  const article = (path) => {
    if (!texts.has(path)) texts.set(path, fetch(root + path + path.split("/").at(-2) + ".txt").then((answer) => answer.ok ? answer.text() : ""));
    return texts.get(path);
  };
  // Whether a story has the phrases asked for, word by word.
  const verified = async (entry) => {
    if (!phrases.length) return true;
    const text = lower([await article(entry[0]), entry[1], entry[5]].join("\n"));
    const folded = clauses(text).map((clause) => cut(clause).map((word) => fold(plain(word.text))));
    return phrases.every((phrase) => has(folded, phrase));
  };
  const element = (name, text) => {
    const made = document.createElement(name);
    if (text) made.append(text);
    return made;
  };
  const item = ([path, headline, day, iso, standfirst, labels]) => {
    const link = element("a", highlighted(headline));
    link.href = root + path + "index.html";
    const time = element("time", day);
    time.dateTime = iso;
    const meta = element("p", time);
    meta.className = "meta";
    const text = element("p", highlighted(standfirst));
    const title = element("h2", link);
    const entry = element("li");
    entry.append(title, meta, text);
    const shown = new Set(cut(headline + " " + standfirst).map((word) => fold(plain(word.text))));
    if (![...wanted].every((word) => shown.has(word))) {
      // What the headline and standfirst do not tell, the article's text does.
      article(path).then((whole) => {
        const found = excerpt(whole.split("\n").slice(2).join(" "));
        if (found) text.replaceChildren(highlighted(found));
        else if (labels) text.append(" · ", highlighted(labels.replaceAll("\n", ", ")));
      }).catch(() => {});
    }
    return entry;
  };

  try {
    state.textContent = "Đang tìm…";
    if (!words.length) throw new RangeError("no words");
    const { contents, results } = await search();
    // Results in their order, those of phrases after a look at the story: one by one until there is something to show.
    let next = 0, shown = 0;
    const show = async () => {
      const first = shown;
      while (next < results.length && shown < first + PAGE) {
        const part = results.slice(next, next + (phrases.length && !shown ? 1 : first + PAGE - shown));
        next += part.length;
        const entries = await Promise.all(part.map(({ story }) => told({ contents, story })));
        const right = await Promise.all(entries.map(verified));
        const made = entries.filter((_, i) => right[i]).map(item);
        list.append(...made);
        shown += made.length;
      }
      more.hidden = next >= results.length;
      const count = (phrases.length ? shown : results.length).toLocaleString("vi-VN");
      state.textContent = shown
        ? "Tìm thấy " + (phrases.length && !more.hidden ? "ít nhất " : "") + count + " tin cho “" + question.trim() + "”."
        : "Không tìm thấy tin nào cho “" + question.trim() + "”. Xin thử ít từ hơn, bỏ bớt điều kiện lọc, hoặc xem trang lưu trữ.";
      if (first && shown > first) list.children[first].querySelector("a").focus();
    };
    await show();
    more.addEventListener("click", show);
  } catch (fault) {
    state.textContent = fault instanceof RangeError
      ? "Xin gõ ít nhất một từ hoặc một số."
      : "Chưa đọc được mục lục tìm kiếm. Khi mở trang từ một thư mục trên máy thì không tìm được; xin xem trang lưu trữ.";
  }
})();
