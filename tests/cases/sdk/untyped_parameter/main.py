from attio import SDK

from jobs import export

with SDK(oauth2="t") as s:
    export(s)
