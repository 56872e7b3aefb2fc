#!/usr/bin/env python3
"""What a reader's browser loads until the first ten results stand on the search page.

usage: questions.py PUBLIC_DIR

  PUBLIC_DIR   a built site with search, such as one of 10,000 stories made by convert.py

Prints, for each question, the uncompressed bytes of the script, of all index files it reads and of the ten largest files of
headlines; for a phrase in quotation marks, until the first result: what it reads, one file of headlines and the longest text
of a story. Exits with 1 where a question takes more than 200,000. Only the standard library is used.
"""
import bisect
import json
import pathlib
import re
import sys
import unicodedata

MOST = 200_000
QUESTIONS = ["hội nghị khuyến công", "ủy ban nhân dân phường", "hoi nghi khuyen cong tinh", "kết luận về ngân sách phường",
             "hội nghị trực tuyến toàn tỉnh", "dự toán kinh phí sửa chữa", "kế hoạch đầu tư công năm",
             "\"dự toán kinh phí sửa chữa trụ sở\""]


def fold(word):
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("đ", "d")


def shard(firsts, key):
    return bisect.bisect_right([first.encode() for first in firsts], key.encode()) - 1


def main():
    public = pathlib.Path(sys.argv[1])
    index = public / "tim-kiem"
    contents = json.loads((index / "muc-luc.json").read_text(encoding="utf-8"))
    headlines = sorted((file.stat().st_size for file in index.glob("tin-*.json")), reverse=True)[:10]
    texts = max(file.stat().st_size for file in public.glob("tin/*/*/*/*.txt") if file.name.count(".") == 1)
    script = (public / "search.js").stat().st_size
    over = False
    for question in QUESTIONS:
        words = [fold(word) for word in re.findall(r"\w+", question)]
        files = {"muc-luc.json"} | {f"tu-{shard(contents['words'], word)}.json" for word in words}
        pairs = list(enumerate(zip(words, words[1:])))
        if question.startswith('"'):
            pairs = [(at, pair) for at, pair in pairs if at % 2 == 0 or at == len(words) - 2]
        files |= {f"cap-{shard(contents['pairs'], ' '.join(pair))}.json" for _, pair in pairs}
        shown = headlines[0] + texts if question.startswith('"') else sum(headlines)
        size = script + sum((index / name).stat().st_size for name in files) + shown
        over |= size > MOST
        print(f"{size:8,} bytes  {len(words)} words  {len(files)} files  {question}")
    sys.exit(over)


if __name__ == "__main__":
    main()
