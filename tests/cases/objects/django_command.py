"""A management command."""
import requests
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Pulls https://api.attio.com/v2/objects"
    base = getattr(settings, "ATTIO_BASE", "https://api.attio.com/v2")

    def add_arguments(self, parser):
        parser.add_argument("--slug", default="people")

    def handle(self, *args, **options):
        slug = options["slug"]
        response = requests.get(f"{self.base}/objects/{slug}")  # call: GET /v2/objects/{object}
        self.stdout.write(str(response.status_code))
