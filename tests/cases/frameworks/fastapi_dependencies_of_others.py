"""`Depends` of a library that is not FastAPI's, and one of the project, inject nothing: the parameter stays what a caller gives."""
from acme.containers import Depends as AcmeDepends
from fastapi import APIRouter, Depends

BASE = "https://api.attio.com/v2"
# expects nothing


class Injected:
    def __init__(self, dependency):
        self.dependency = dependency


def path():
    return BASE + "/notes"


def theirs(url=AcmeDepends(path)):
    return url.strip()


def ours(url=Injected(path)):
    return url.dependency


router = APIRouter()


@router.get("/")
def real(url=Depends(path)):
    return {"url": url}
