"""pydantic-settings: the field's default is the URL."""
import httpx
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", env_prefix="CRM_")

    attio_api_key: str = ""
    attio_base_url: str = "https://api.attio.com/v2"
    slack_base_url: str = "https://slack.com/api"


settings = Settings()


async def create_task(body):
    async with httpx.AsyncClient() as client:
        await client.post(f"{settings.slack_base_url}/tasks", json=body)
        response = await client.post(f"{settings.attio_base_url}/tasks", json=body)  # call: POST /v2/tasks
    return response.json()
