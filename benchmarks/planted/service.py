"""Starts the integration with Attio, and makes it known to the application."""

from framework import Base1
from framework import function as shaped
from framework import registrar as register

from .client import AttioClient
from .const import DEFAULTS, DOMAIN
from .lists import CrmLists
from .notes import CrmNotes
from .records import CrmRecords
from .stream import AttioStream
from .webhooks import listen

SERVICES = {"records": CrmRecords, "lists": CrmLists, "notes": CrmNotes}


class AttioService(Base1):
    """All of it, for one account."""

    def __init__(self, options, **more):
        super().__init__(**more)
        self.options = {**DEFAULTS, **shaped(options)}
        self.client = AttioClient(self.options.get("token"))
        self.parts = {name: service(self.client) for name, service in SERVICES.items()}
        self.stream = AttioStream()

    def run(self, target):
        self.inherited1()
        listen(self.client, target)
        for row in CrmRecords(self.client).all():
            CrmNotes(self.client).write(row, "Synced", DOMAIN)
        return self.client.get("/objects")  # call: GET /v2/objects


for kind in SERVICES.values():
    register(DOMAIN, kind)


def start(options):
    """Called by the application."""
    service = AttioService(options)
    service.client.me()
    return service.run(options["target"])
