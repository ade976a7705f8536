import urllib.request


def fetch(url):
    with urllib.request.urlopen(url) as page:
        return page.read()


def fetch_path(base):
    return urllib.request.urlopen(base + "/files")  # call: GET /v2/files
