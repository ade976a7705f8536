import options

options.add_option("tier", "Gold")
for option in options.all_options("tier"):
    options.archive_option("tier", option["id"]["option_id"])
