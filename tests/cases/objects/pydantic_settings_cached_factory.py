"""Settings come from a function under lru_cache."""
from functools import lru_cache

import requests
from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    token: str = Field(alias="ATTIO_TOKEN")
    api_root: str = Field("https://api.attio.com/v2", alias="ATTIO_ROOT")


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    return Settings()


def comments(comment_id):
    s = get_settings()
    return requests.get(f"{s.api_root}/comments/{comment_id}", headers={"Authorization": f"Bearer {s.token}"})  # call: GET /v2/comments/{comment_id}


def remove(comment_id):
    return requests.delete(f"{get_settings().api_root}/comments/{comment_id}")  # call: DELETE /v2/comments/{comment_id}
