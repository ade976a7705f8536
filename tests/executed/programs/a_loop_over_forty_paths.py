# sends: GET /v2/objects/{object}, GET /v2/lists/{list}, GET /v2/notes
import urllib.request

NAMES = (
    "objects/people objects/companies objects/deals objects/users objects/workspaces objects/a objects/b objects/c objects/d "
    "objects/e objects/f objects/g objects/h objects/i objects/j objects/k objects/l objects/m objects/n objects/o "
    "lists/a lists/b lists/c lists/d lists/e lists/f lists/g lists/h lists/i lists/j lists/k lists/l lists/m lists/n notes"
).split()


def warm():
    for name in NAMES:
        with urllib.request.urlopen("https://api.attio.com/v2/" + name) as page:
            page.read()


if __name__ == "__main__":
    warm()
