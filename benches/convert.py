#!/usr/bin/env python3
"""The neutral workload of generated meeting records, as a Bantin project.

usage: convert.py JSON_DIR OUT_DIR [--documents none|facts]

  JSON_DIR   records as the workload generator writes them with --formats json: <yyyy>/<slug>.json
  OUT_DIR    a Bantin project: site.yaml and content/<yyyy>/<date>-<slug>/{meeting,budget,conclusions,news}.yaml

Every fact of a record is kept: attendance with absentees, agenda, the body as Markdown, ten budget lines with their sum,
five conclusions with owner and deadline, three tags. Only the standard library is used.
"""
import argparse
import json
import os
import pathlib


def scalar(text):
    """A YAML scalar in double quotes: JSON strings are YAML strings."""
    return json.dumps(text, ensure_ascii=False)


def amount(dong):
    return scalar(f"{dong:,}".replace(",", ".") + " đồng")


def meeting(x):
    people = [f"{a['name']} - {a['role']}, {a['unit']}" for a in x["attendees"] if a["present"]]
    absent = [a["name"] for a in x["attendees"] if not a["present"]]
    out = [f"id: {x['id']}", f"title: {scalar(x['title'])}", "kind: meeting", f"date: {x['date']}", f"start: {scalar(x['time'])}",
           f"place: {scalar(x['location'])}", f"chairs: [{scalar(x['chair'])}]", f"secretary: [{scalar(x['secretary'])}]",
           "tags: [" + ", ".join(scalar(t) for t in x["tags"]) + "]", f"summary: {scalar(x['summary'])}", "attendance:",
           f"  invited: {len(x['attendees'])}", f"  present: {len(people)}", "  people:"]
    out += [f"    - {scalar(p)}" for p in people]
    if absent:
        out += ["  absent:"] + [f"    - person: {scalar(a)}" for a in absent]
    out += ["agenda:"] + [f"  - {scalar(a)}" for a in x["agenda"]]
    return out


def budget(x):
    out = [f"title: {scalar('Kinh phí ' + x['title'])}", "unit: đồng", "lines:", "  - name: Tổng kinh phí",
           f"    planned: {amount(x['budget']['total'])}", "    lines:"]
    for item in x["budget"]["items"]:
        out += [f"      - name: {scalar(item['name'])}", f"        code: {item['code']}", f"        planned: {amount(item['amount'])}"]
        price = f"{item['unit_price']:,}".replace(",", ".")
        note = [f"{item['name']}: {item['qty']} {item['unit']}, đơn giá {price} đồng"] + [item["note"]] * bool(item["note"])
        out += ["        remarks:"] + [f"          - {scalar(n)}" for n in note]
    return out


def conclusions(x):
    out = [f"by: {scalar(x['chair'])}", "items:"]
    for c in x["conclusions"]:
        out += ["  - tasks:", f"      - what: {scalar(c['text'])}", f"        person: {scalar(c['owner'])}", f"        due: {c['due']}"]
    return out


def news(x):
    out = [f"title: {scalar(x['title'])}", f"date: {x['date']}", "body: |"]
    return out + [("  " + line if line else "") for line in x["body"].rstrip("\n").split("\n")]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("records", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--documents", default="none", choices=["none", "facts"])
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "site.yaml").write_text(
        f"title: Bản tin thử tốc độ\nbase_url: https://bantin.example.vn\ndocuments: {options.documents}\n"
        "issuer: {name: ỦY BAN NHÂN DÂN PHƯỜNG, code: UBND, place: Lam Giang}\n", encoding="utf-8")
    count = 0
    for path in sorted(options.records.glob("*/*.json")):
        x = json.loads(path.read_text(encoding="utf-8"))
        folder = options.out / "content" / x["date"][:4] / f"{x['date']}-{x['slug']}"
        os.makedirs(folder, exist_ok=True)
        for name, lines in (("meeting", meeting(x)), ("budget", budget(x)), ("conclusions", conclusions(x)), ("news", news(x))):
            (folder / f"{name}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        count += 1
    print(f"{count} stories in {options.out}")


if __name__ == "__main__":
    main()
