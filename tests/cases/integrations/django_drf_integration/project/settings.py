# expects nothing
import environ

env = environ.Env(DEBUG=(bool, False))
environ.Env.read_env()
ATTIO = {
    "BASE_URL": env.str("ATTIO_BASE_URL", default="https://api.attio.com/v2"),
    "TOKEN": env("ATTIO_TOKEN", default=""),
    "TIMEOUT": env.int("ATTIO_TIMEOUT", 10),
}
SLACK_URL = env("SLACK_URL", default="https://slack.com/api")
