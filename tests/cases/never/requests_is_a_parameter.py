# expects nothing
def replay(requests):
    """`requests` is a list of recorded requests here, not the library."""
    for request in requests:
        print(request.get("https://api.attio.com/v2/lists"))
    requests.append("https://api.attio.com/v2/notes")
    requests.pop("/v2/notes")
