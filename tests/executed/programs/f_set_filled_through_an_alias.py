# sends: DELETE /v2/notes/{note_id}
import requests


def main():
    seen = set()
    remember = seen.add
    for word in ("a", "b"):
        remember(word)
    while seen:
        requests.delete("https://api.attio.com/v2/notes/" + seen.pop())


main()
