"""A command class of the project that nobody gives a parser: what its options are nobody says."""
import requests

BASE = "https://api.attio.com/v2"


class BaseCommand:
    def run(self, given):
        return self.handle(**given)  # unresolved


class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("--what", choices=["notes", "tasks"])

    def handle(self, *args, **options):
        requests.get(f"{BASE}/{options['what']}")
