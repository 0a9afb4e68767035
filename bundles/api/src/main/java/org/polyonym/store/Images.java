package org.polyonym.store;

import java.util.Optional;
import org.polyonym.model.Image;

/** Encoded images of samples, kept apart from documents because of their size. Thread-safe. */
public interface Images {
    /** Stores an image under an id; the same id again is a VERSION_CONFLICT. */
    void put(UnitOfWork uow, String imageId, Image image);

    /** Deletes every image whose id starts with the prefix. */
    void deleteByPrefix(UnitOfWork uow, String prefix);

    /** Reads an image. */
    Optional<Image> get(String imageId);
}
