# sends: POST /v2/notes, PUT /v2/objects/{object}/records
import requests

V2 = "https://api.attio.com/v2"


class Note: ...


class Company: ...


class Writer:
    def visit(self, thing):
        return getattr(self, "visit_" + type(thing).__name__.lower())(thing)

    def visit_note(self, thing):
        return requests.post(f"{V2}/notes", json={})

    def visit_company(self, thing):
        return requests.put(f"{V2}/objects/companies/records", json={})


for thing in (Note(), Company()):
    Writer().visit(thing)
