package org.polyonym.cir;

import java.util.Optional;
import org.polyonym.model.GroupRef;
import org.polyonym.model.OriginRef;
import org.polyonym.store.UnitOfWork;

/** The common identity repository. Access control is the caller's duty but for Art 20. Thread-safe. */
public interface IdentityRepository {
    /** The file that holds a record. */
    Optional<IndividualFile> fileOf(OriginRef origin);

    /** A file. */
    Optional<IndividualFile> file(String fileId);

    /** Joins the files of two groups when MID sets white or red between CIR systems (IO 19(2)); partitions stay apart. */
    void join(UnitOfWork uow, GroupRef a, GroupRef b);

    /** Takes back {@link #join} when the link no longer says one person; files held together otherwise stay so. */
    void part(UnitOfWork uow, GroupRef a, GroupRef b);
}
