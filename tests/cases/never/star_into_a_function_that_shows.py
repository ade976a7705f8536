# expects nothing
ROWS = [("GET", "https://api.attio.com/v2/notes"), ("DELETE", "https://api.attio.com/v2/notes/1")]


def show(verb, url):
    print(f"{verb:<8}{url}")


for row in ROWS:
    show(*row)
print(*ROWS[0], sep=" ")
