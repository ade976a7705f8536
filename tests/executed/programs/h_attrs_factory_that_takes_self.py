# sends: GET /v2/meetings
import attrs
import httpx


@attrs.define
class Client:
    host: str = "api.attio.com"
    http: httpx.Client = attrs.field(init=False, default=attrs.Factory(lambda self: httpx.Client(base_url=f"https://{self.host}/v2"), takes_self=True))

    def meetings(self):
        return self.http.get("/meetings")


Client().meetings()
