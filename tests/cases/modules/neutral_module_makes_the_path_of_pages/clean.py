from attio_api import read, remove
from paths import of_note, of_thing


def pages(key):
    while True:
        page = remove(of_note(key))  # call: DELETE /v2/notes/{note_id}
        yield page
        if not page:
            break


def later(kind):
    yield read(of_thing(kind, "a1"))  # unresolved: sets `kind`


for page in pages("n1"):
    print(page)
