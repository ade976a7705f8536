import os
from typing import Any

import httpx

ATTIO = "https://api.attio.com"


def attio(path: str, method: str = "GET", **kwargs: Any) -> Any:
    answer = httpx.request(method, ATTIO + "/v2/" + path.lstrip("/"), headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}, **kwargs)
    answer.raise_for_status()
    return answer.json()["data"]


task_id = attio("/tasks", "POST", json={"data": {"content": "x"}})["id"]["task_id"]
attio(f"tasks/{task_id}")
attio(f"/tasks/{task_id}", method="PATCH", json={"data": {}})
