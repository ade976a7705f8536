import functools

import httpx

PRESETS = {
    "a": {"x": [1, 2, 3, 4, 5, 6, 7, 8], "y": {"k": [1, 2, 3, 4]}}, "b": {"x": [1, 2, 3, 4, 5, 6, 7, 8], "y": {"k": [1, 2, 3, 4]}},
    "c": {"x": [1, 2, 3, 4, 5, 6, 7, 8], "y": {"k": [1, 2, 3, 4]}}, "d": {"x": [1, 2, 3, 4, 5, 6, 7, 8], "y": {"k": [1, 2, 3, 4]}},
    "e": {"x": [1, 2, 3, 4, 5, 6, 7, 8], "y": {"k": [1, 2, 3, 4]}}, "f": {"x": [1, 2, 3, 4, 5, 6, 7, 8], "y": {"k": [1, 2, 3, 4]}},
    "g": {"x": [1, 2, 3, 4, 5, 6, 7, 8], "y": {"k": [1, 2, 3, 4]}}, "h": {"x": [1, 2, 3, 4, 5, 6, 7, 8], "y": {"k": [1, 2, 3, 4]}},
    "text": "one " * 900,
}


def write(presets, client, name, key):
    return client.patch(f"/tasks/{key}", json=presets[name])  # call: PATCH /v2/tasks/{task_id}


write_task = functools.partial(write, PRESETS, httpx.Client(base_url="https://api.attio.com/v2"))
write_task("a", "1")
