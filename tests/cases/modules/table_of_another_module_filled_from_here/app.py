import setup
from tables import CLIENTS


def main():
    setup.wire()
    CLIENTS["crm"].get("/meetings")  # call: GET /v2/meetings
