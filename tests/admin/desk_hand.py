"""A hand at the desk: types into the form as the page shows it, and presses its buttons."""

from django.urls import reverse


def address(name, *args):
    return reverse(f"admin:readouts_readout_{name}", args=args)


def opened(client, readout=None):
    """What the form holds when it is opened, ready to be typed over and sent."""
    page = address("change", readout.pk) if readout else address("add")
    form = client.get(page).context["form"]
    data = {}
    for each in (form, form.encounters.management_form, form.participations.management_form):
        data |= _values(each)
    for formset in (form.encounters, form.participations):
        for row in formset.forms:
            data |= _values(row)
    return data


def _values(form):
    found = {}
    for field in form:
        value = field.value()
        if isinstance(value, list) or hasattr(value, "all"):
            value = [getattr(row, "pk", row) for row in value]
        elif hasattr(value, "strftime"):
            value = field.field.widget.format_value(value)
        if field.name == "tags" and not isinstance(value, str):
            value = field.field.widget.format_value(field.initial)
        if value is not None and value is not False:
            found[field.html_name] = value
    return found


def send(client, data, readout=None):
    page = address("change", readout.pk) if readout else address("add")
    return client.post(page, data)


def press(client, readout, name, version=None, **words):
    """The button of a confirm page."""
    version = readout.lock_version if version is None else version
    return client.post(
        address("transition", readout.pk, name), {"expected_version": version, **words}
    )


def told(response):
    """The messages that the next page shows."""
    return [str(message) for message in response.wsgi_request._messages]


def events(readout):
    return list(readout.events.order_by("number").values_list("verb", flat=True))
