package org.polyonym.agencies.internal;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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
        List<String> files = Arrays.stream(jar.header("Service-Component").split("[,\\s]+"))
                .filter(file -> !file.isEmpty())
                .toList();
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

    private static void judge(String file, byte[] text, List<Objection> found) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(text));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    judge(xml, found);
                }
            }
        } catch (XMLStreamException e) {
            found.add(notABundle(file + " cannot be read"));
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
