# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks into the Secret Service from outside, as any other program of the person's session could."""

import os

from gi.repository import Gio, GLib

SERVICE = "org.freedesktop.secrets"
PATH = "/org/freedesktop/secrets"


def _call(bus, path, interface, method, arguments, reply):
    return bus.call_sync(SERVICE, path, "org.freedesktop.Secret." + interface, method, arguments,
                         GLib.VariantType(reply), Gio.DBusCallFlags.NONE, 10000, None).unpack()


def dump():
    """[(attributes, secret bytes), ...]: everything that is in it."""
    bus = Gio.DBusConnection.new_for_address_sync(
        os.environ["DBUS_SESSION_BUS_ADDRESS"],
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
    try:
        _, session = _call(bus, PATH, "Service", "OpenSession",
                           GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))), "(vo)")
        unlocked, locked = _call(bus, PATH, "Service", "SearchItems", GLib.Variant("(a{ss})", ({},)), "(aoao)")
        if locked:
            raise AssertionError("the keyring is locked")
        entries = []
        for item in unlocked:
            attributes = bus.call_sync(
                SERVICE, item, "org.freedesktop.DBus.Properties", "Get",
                GLib.Variant("(ss)", ("org.freedesktop.Secret.Item", "Attributes")), GLib.VariantType("(v)"),
                Gio.DBusCallFlags.NONE, 10000, None).unpack()[0]
            (secret,) = _call(bus, item, "Item", "GetSecret", GLib.Variant("(o)", (session,)), "((oayays))")
            entries.append((attributes, bytes(secret[2])))
        return entries
    finally:
        bus.close_sync(None)
