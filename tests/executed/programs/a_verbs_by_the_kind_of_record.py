# sends: DELETE /v2/notes/{note_id}, GET /v2/notes/{note_id}, POST /v2/notes
import requests

VERBS = dict(create="POST", read="GET", update="PATCH", delete="DELETE")


class Crud:
    def __init__(self, kind):
        self.kind = kind

    def __getattr__(self, op):
        if op not in VERBS:
            raise AttributeError(op)

        def call(i=None, **kw):
            return requests.request(
                VERBS[op], "/".join(str(x) for x in ("https://api.attio.com/v2", self.kind, i) if x is not None), **kw
            )

        return call


def main():
    n = Crud("notes")
    n.create(json={})
    n.read(1)
    n.delete(i=2)


main()
