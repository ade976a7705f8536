import urllib.request


def fetch(root, tail):
    with urllib.request.urlopen(f"{root}/{tail}") as page:
        return page.read()
