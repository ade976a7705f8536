"""A management command: its options have the defaults and choices that it declares."""
import requests
from django.core.management.base import BaseCommand

BASE = "https://api.attio.com/v2"


class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("--what", choices=["notes", "tasks"])
        parser.add_argument("--dry-run", action="store_true")

    def handle(self, *args, **options):
        requests.get(f"{BASE}/{options['what']}")  # call: GET /v2/notes | GET /v2/tasks
        if not options["dry_run"]:
            requests.post(BASE + "/notes", json={})  # call: POST /v2/notes
