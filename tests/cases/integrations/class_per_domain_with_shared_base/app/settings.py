# expects nothing
from pydantic import AnyHttpUrl, Field, SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    ATTIO_ACCESS_TOKEN: SecretStr
    ATTIO_BASE_URL: AnyHttpUrl = Field(default=AnyHttpUrl("https://api.attio.com/v2"))
    OPENAI_BASE_URL: str = "https://api.openai.com/v1"


settings = Settings()  # type: ignore[call-arg]
