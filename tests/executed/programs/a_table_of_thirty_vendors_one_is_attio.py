# sends: GET /v2/self
# near: thirty services, of which only one is Attio's; the others are named
# argv: attio github linear
import sys

import requests

PING = {
    "attio": "https://api.attio.com/v2/self", "github": "https://api.github.com/user", "linear": "https://api.linear.app/graphql",
    "hubspot": "https://api.hubapi.com/account-info/v3/details", "slack": "https://slack.com/api/auth.test",
    "notion": "https://api.notion.com/v1/users/me", "stripe": "https://api.stripe.com/v1/account", "asana": "https://app.asana.com/api/1.0/users/me",
    "intercom": "https://api.intercom.io/me", "zendesk": "https://acme.zendesk.com/api/v2/users/me", "close": "https://api.close.com/api/v1/me",
    "copper": "https://api.copper.com/developer_api/v1/account", "pipedrive": "https://api.pipedrive.com/v1/users/me",
    "affinity": "https://api.affinity.co/auth/whoami", "airtable": "https://api.airtable.com/v0/meta/whoami", "front": "https://api2.frontapp.com/me",
    "calendly": "https://api.calendly.com/users/me", "typeform": "https://api.typeform.com/me", "segment": "https://api.segmentapis.com",
    "mailgun": "https://api.mailgun.net/v3/domains", "sendgrid": "https://api.sendgrid.com/v3/user/account",
    "twilio": "https://api.twilio.com/2010-04-01", "figma": "https://api.figma.com/v1/me", "gitlab": "https://gitlab.com/api/v4/user",
    "sentry": "https://sentry.io/api/0/", "datadog": "https://api.datadoghq.com/api/v1/validate", "vercel": "https://api.vercel.com/v2/user",
    "openai": "https://api.openai.com/v1/models", "anthropic": "https://api.anthropic.com/v1/models", "cohere": "https://api.cohere.ai/v1/models",
}


def ping(name):
    return requests.get(PING[name], timeout=3).status_code


def main():
    for name in sys.argv[1:]:
        print(name, ping(name))


if __name__ == "__main__":
    main()
