# sends: nothing
# near: descriptions of tools with Attio's addresses; none is called
TOOLS = [
    {"name": "list_notes", "url": "https://api.attio.com/v2/notes", "method": "GET"},
    {"name": "drop_note", "url": "https://api.attio.com/v2/notes/{id}", "method": "DELETE"},
]


def describe(name):
    return next(tool for tool in TOOLS if tool["name"] == name)


print(describe("drop_note"))
