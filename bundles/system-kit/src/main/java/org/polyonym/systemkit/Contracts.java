package org.polyonym.systemkit;

import org.polyonym.access.AccessControl;
import org.polyonym.audit.AuditLog;
import org.polyonym.rules.RuleBook;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.store.Documents;
import org.polyonym.store.Images;
import org.polyonym.store.Outbox;
import org.polyonym.store.Transactions;
import org.polyonym.time.LegalClock;

/** The services that every system of record stands on. */
public record Contracts(
        Transactions transactions,
        Documents documents,
        Images images,
        Outbox outbox,
        AuditLog audit,
        AccessControl access,
        BiometricMatching biometrics,
        LegalClock clock,
        RuleBook rules) {}
