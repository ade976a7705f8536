"""The base class's host is a class attribute, too: only one family is Attio's."""
import requests


class Endpoint:
    host = ""
    route = ""

    def fetch(self):
        return requests.get(f"{self.host}{self.route}")


class AttioEndpoint(Endpoint):
    host = "https://api.attio.com/v2"


class Members(AttioEndpoint):
    route = "/workspace_members"  # call: GET /v2/workspace_members


class GithubEndpoint(Endpoint):
    host = "https://api.github.com"


class GithubMembers(GithubEndpoint):
    route = "/workspace_members"
