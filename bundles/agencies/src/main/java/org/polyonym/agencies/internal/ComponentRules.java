package org.polyonym.agencies.internal;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * What the components of a connector may offer and use. Packages alone say too little: who may name the type of the
 * registry could have the registry itself handed to it. Pure.
 */
final class ComponentRules {
    /** Services that a connector may offer. */
    private static final Set<String> OFFERS = Set.of("org.polyonym.connector.Connector");
    /** Services of the platform that a connector may use. */
    private static final Set<String> USES = Set.of("org.polyonym.time.LegalClock");

    /** One file and no pattern, in a form that the component runtime reads in no other way than this class. */
    private static final Pattern FILE = Pattern.compile("OSGI-INF/[A-Za-z0-9._$/-]+\\.xml");

    private ComponentRules() {}

    /** Everything that speaks against the components; without any it is no connector. */
    static List<Objection> objections(ConnectorJar jar) {
        List<Objection> found = new ArrayList<>();
        List<String> files = files(jar);
        if (files.isEmpty()) {
            found.add(notABundle("it has no component (header Service-Component)"));
        }
        for (String file : files) {
            byte[] text = jar.components().get(file);
            if (!FILE.matcher(file).matches()) {
                found.add(notABundle("Service-Component names " + file + ", which is not one file in OSGI-INF"));
            } else if (text == null) {
                found.add(notABundle("Service-Component names " + file + ", which is not in OSGI-INF of the jar"));
            } else {
                judge(file, text, found);
            }
        }
        return found;
    }

    /**
     * The system that the components declare by their property {@code system}; empty when they declare none, more than one,
     * or something that is no code of a system. What the connector says when it runs may be another.
     */
    static Optional<SystemId> system(ConnectorJar jar) {
        Set<String> declared = new TreeSet<>();
        try {
            for (String file : files(jar)) {
                if (jar.components().containsKey(file)) {
                    eachElement(
                            jar.components().get(file),
                            element -> systemOf(element).ifPresent(declared::add));
                }
            }
            return declared.size() == 1
                    ? Optional.of(SystemId.of(declared.iterator().next()))
                    : Optional.empty();
        } catch (XMLStreamException | ProblemException notReadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> systemOf(XMLStreamReader element) {
        return element.getLocalName().equals("property") && "system".equals(element.getAttributeValue(null, "name"))
                ? Optional.ofNullable(element.getAttributeValue(null, "value"))
                : Optional.empty();
    }

    private static List<String> files(ConnectorJar jar) {
        return Arrays.stream(jar.header("Service-Component").split("[,\\s]+"))
                .filter(file -> !file.isEmpty())
                .toList();
    }

    private static void judge(String file, byte[] text, List<Objection> found) {
        try {
            eachElement(text, element -> judge(element, found));
        } catch (XMLStreamException e) {
            found.add(notABundle(file + " cannot be read"));
        }
    }

    private static void eachElement(byte[] text, Consumer<XMLStreamReader> visit) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(text));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                visit.accept(xml);
            }
        }
    }

    private static void judge(XMLStreamReader element, List<Objection> found) {
        String service = String.valueOf(element.getAttributeValue(null, "interface"));
        if (element.getLocalName().equals("provide") && !OFFERS.contains(service)) {
            found.add(Objection.of(ProblemType.CONNECTOR_BEYOND_SPI, "a component offers " + service));
        }
        if (element.getLocalName().equals("reference") && !USES.contains(service)) {
            found.add(Objection.of(ProblemType.CONNECTOR_BEYOND_SPI, "a component uses " + service));
        }
    }

    private static Objection notABundle(String why) {
        return Objection.of(ProblemType.CONNECTOR_NOT_A_BUNDLE, why);
    }
}
