# expects nothing
import logging


class Refused(Exception):
    """The address is shown, never asked."""

    def __init__(self, url="https://api.attio.com/v2/notes"):
        super().__init__(f"refused: {url}")
        self.url = url


def run(step):
    try:
        step()
    except Refused as error:
        logging.warning("%s (%s)", error, error.url)
        raise SystemExit(error.url) from error
