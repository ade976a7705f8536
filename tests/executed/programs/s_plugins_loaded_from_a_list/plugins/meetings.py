def collect(host):
    return host.get("meetings")
