# sends: GET /v2/notes/{note_id}, POST /v2/tasks
import re
import requests

B = "https://api.attio.com/v2"


def repl(m):
    return requests.get(f"{B}/notes/{m.group(0)}").text


def main():
    re.sub(r"\d+", repl, "see 12")
    re.compile("x").sub(lambda m: str(requests.post(B + "/tasks")), "axb")


main()
