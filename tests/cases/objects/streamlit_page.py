"""A page with cached functions and secrets."""
import requests
import streamlit as st

BASE = st.secrets.get("attio_base", "https://api.attio.com/v2")
HEADERS = {"Authorization": f"Bearer {st.secrets['attio_key']}"}


@st.cache_data(ttl=600)
def load(slug: str, limit: int = 100):
    r = requests.post("https://api.attio.com/v2/objects/" + slug + "/records/query", headers=HEADERS, json={"limit": limit})  # call: POST /v2/objects/{object}/records/query
    return r.json()["data"]


if st.button("Reload"):
    st.write(load(st.selectbox("object", ["people", "companies"])))
    st.link_button("Open", "https://app.attio.com/acme")
