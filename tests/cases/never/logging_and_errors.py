# expects nothing
import logging

log = logging.getLogger("attio")


class AttioError(Exception):
    pass


def fail(method, path):
    log.info("GET https://api.attio.com/v2/lists")
    log.error("%s https://api.attio.com/v2%s failed", method, path)
    raise AttioError("POST", "https://api.attio.com/v2/notes")
