import logging

import requests

BASE = "https://api.attio.com/v2"
logger = logging.getLogger(__name__)


def attio(method, path, **kwargs):
    logger.debug("%s %s", method, path)
    response = requests.request(method, BASE + path, **kwargs)
    if not response.ok:
        logger.error("failed: %s %s%s", method, BASE, path)
    return response


attio("POST", "/notes", json={})  # call: POST /v2/notes
logger.info("POST", "/notes")
