# expects nothing
from functools import lru_cache

from pydantic import BaseModel, Field, HttpUrl, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class AttioSettings(BaseModel):
    base_url: str = "https://api.attio.com/v2"
    api_key: SecretStr = SecretStr("")
    people_object: str = Field("people", description="slug")


class HubspotSettings(BaseModel):
    base_url: str = "https://api.hubapi.com"


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", env_nested_delimiter="__")
    attio: AttioSettings = AttioSettings()
    hubspot: HubspotSettings = Field(default_factory=HubspotSettings)


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    return Settings()
