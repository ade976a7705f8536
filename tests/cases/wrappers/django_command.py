import requests
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Pushes sign-ups to the CRM."
    api = "https://api.attio.com/v2"

    def call(self, method, path, payload=None):
        headers = {"Authorization": f"Bearer {settings.ATTIO_API_KEY}"}
        return requests.request(method, f"{self.api}/{path}", json=payload, headers=headers)

    def handle(self, *args, **options):
        self.stdout.write("POST lists")
        self.call("PUT", "objects/people/records?matching_attribute=email_addresses", {"data": {}})  # call: PUT /v2/objects/{object}/records
        self.call("POST", "lists/signups/entries", {"data": {}})  # call: POST /v2/lists/{list}/entries
