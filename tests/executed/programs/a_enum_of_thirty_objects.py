# sends: POST /v2/objects/{object}/records/query
# argv: FUNDS TEAMS
import enum
import sys

import httpx


class Kind(str, enum.Enum):
    PEOPLE = "people"
    COMPANIES = "companies"
    DEALS = "deals"
    USERS = "users"
    WORKSPACES = "workspaces"
    FUNDS = "funds"
    ROUNDS = "rounds"
    MEMOS = "memos"
    ANGELS = "angels"
    PARTNERS = "partners"
    VENDORS = "vendors"
    OFFICES = "offices"
    LEASES = "leases"
    INVOICES = "invoices"
    RENEWALS = "renewals"
    TICKETS = "tickets"
    PROJECTS = "projects"
    SPRINTS = "sprints"
    TEAMS = "teams"
    ROLES = "roles"
    CANDIDATES = "candidates"
    OFFERS = "offers"
    EVENTS = "events"
    VENUES = "venues"
    SPEAKERS = "speakers"
    SPONSORS = "sponsors"
    TALKS = "talks"
    BOOTHS = "booths"
    BADGES = "badges"
    SURVEYS = "surveys"

    @property
    def query_url(self):
        return f"https://api.attio.com/v2/objects/{self.value}/records/query"


def count(kind: Kind):
    return len(httpx.post(kind.query_url, json={"limit": 1}).json()["data"])


def main():
    for name in sys.argv[1:]:
        print(count(Kind[name]))


main()
