# expects nothing
from enum import StrEnum
from typing import Final

ATTIO_API_VERSION: Final = "v2"
ATTIO_HOST: Final[str] = "https://api.attio.com"
ATTIO_URL = f"{ATTIO_HOST}/{ATTIO_API_VERSION}"


class Resource(StrEnum):
    NOTES = "notes"
    TASKS = "tasks"
    MEMBERS = "workspace_members"


class Verb(StrEnum):
    GET = "GET"
    POST = "POST"
