"""Other constructor arguments change nothing."""
import httpx
from attio import SDK


def token():
    return "t"


sdk = SDK(oauth2=token, client=httpx.Client(timeout=10), timeout_ms=5000)
sdk.sql.post_v2_sql(sql="select 1")  # call: POST /v2/sql
