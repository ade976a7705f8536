import httpx
from pydantic import BaseModel


class Opt(BaseModel):
    method: str
    url: str

    @classmethod
    def construct(cls, **values):
        return cls(**values)


http = httpx.Client(base_url="https://api.attio.com")


def get(path, *, options={}):
    o = Opt.construct(method="get", url=path, **options)
    return http.request(o.method, o.url)


get("/v2/notes", options=dict(a=1))  # call: GET /v2/notes
