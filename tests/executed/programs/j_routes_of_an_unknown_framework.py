# sends: DELETE /v2/notes/{note_id}, GET /v2/notes
import requests


class Blueprint:
    def __init__(self):
        self.views = {}

    def add_url_rule(self, rule, view_func, methods=None):
        self.views[rule] = view_func


class MethodView:
    @classmethod
    def as_view(cls, *a, **k):
        def view(method, **kw):
            self = cls(*a, **k)
            return getattr(self, method.lower())(**kw)

        return view


class Notes(MethodView):
    def __init__(self, base):
        self.base = base

    def get(self):
        return requests.get(self.base + "/notes")

    def delete(self, i):
        return requests.delete(f"{self.base}/notes/{i}")


bp = Blueprint()
bp.add_url_rule("/n", view_func=Notes.as_view("https://api.attio.com/v2"))


def main():
    bp.views["/n"]("GET")
    bp.views["/n"]("DELETE", i=1)


main()
