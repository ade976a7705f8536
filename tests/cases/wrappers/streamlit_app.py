import requests
import streamlit as st


@st.cache_data(ttl=600)
def load(endpoint: str, limit: int = 100):
    url = "https://api.attio.com/v2" + endpoint
    rows = requests.post(url, headers={"Authorization": st.secrets["attio"]}, json={"limit": limit}).json()
    return rows["data"]


st.dataframe(load("/objects/companies/records/query"))  # call: POST /v2/objects/{object}/records/query
st.dataframe(load("/lists/pipeline/entries/query", limit=20))  # call: POST /v2/lists/{list}/entries/query
