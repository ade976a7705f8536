from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    ATTIO_API_KEY: str
    ATTIO_BASE_URL: str = "https://api.attio.com/v2"
    SENTRY_DSN: str | None = None


settings = Settings()
