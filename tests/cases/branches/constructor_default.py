import requests


class Importer:
    def __init__(self, dry_run=True, notes=False):
        self.dry_run = dry_run
        self.notes = notes

    def run(self, values):
        if not self.dry_run:
            requests.post("https://api.attio.com/v2/objects/people/records", json=values)  # call: POST /v2/objects/{object}/records
        if self.notes:
            requests.post("https://api.attio.com/v2/notes", json=values)  # call: POST /v2/notes


Importer().run({})
