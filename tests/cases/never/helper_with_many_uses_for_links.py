# expects nothing
def link(kind, key):
    return f"https://app.attio.com/acme/{kind}/{key}"


MENU = [
    link("person", 1), link("person", 2), link("person", 3), link("person", 4), link("person", 5), link("person", 6), link("person", 7),
    link("company", 1), link("company", 2), link("company", 3), link("company", 4), link("company", 5), link("company", 6),
    link("deal", 1), link("deal", 2), link("deal", 3), link("deal", 4), link("deal", 5), link("deal", 6), link("deal", 7),
    link("task", 1), link("task", 2), link("task", 3), link("task", 4), link("task", 5), link("task", 6), link("task", 7),
]
print("\n".join(MENU))
