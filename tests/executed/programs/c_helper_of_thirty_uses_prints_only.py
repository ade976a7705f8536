# sends: GET /v2/self
# near: thirty uses of a helper that makes addresses, for links
import requests


def link(kind, key):
    return f"https://app.attio.com/acme/{kind}/{key}"


TEXTS = [
    link("person", 1), link("person", 2), link("person", 3), link("person", 4), link("person", 5), link("person", 6), link("person", 7),
    link("company", 1), link("company", 2), link("company", 3), link("company", 4), link("company", 5), link("company", 6),
    link("deal", 1), link("deal", 2), link("deal", 3), link("deal", 4), link("deal", 5), link("deal", 6), link("deal", 7),
    link("task", 1), link("task", 2), link("task", 3), link("task", 4), link("task", 5), link("task", 6), link("task", 7),
]  # fmt: skip


def main():
    print("\n".join(TEXTS))
    requests.get("https://api.attio.com/v2/self")


main()
