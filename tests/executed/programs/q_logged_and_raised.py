# sends: nothing
# near: addresses in log lines and errors
import logging

log = logging.getLogger("attio")


def main():
    log.info("GET %s", "https://api.attio.com/v2/notes")
    log.warning("POST https://api.attio.com/v2/tasks was refused")
    try:
        raise RuntimeError("DELETE https://api.attio.com/v2/notes/1")
    except RuntimeError as error:
        print(error)


main()
